/** `j` and `k`: from row to row in whatever list of tickets is on the page, beginning where the person is. */
export const stepThroughRows = (step: 1 | -1): void => {
  const rows = [...document.querySelectorAll<HTMLElement>("main a.row-link")].filter((row) => row.checkVisibility());
  rows[nextIndex(rows, step)]?.focus();
};

const nextIndex = (rows: readonly HTMLElement[], step: 1 | -1): number => {
  const here = rows.findIndex((row) => rowAround(row).contains(document.activeElement));
  const at = here >= 0 ? here : rows.findIndex((row) => row.getAttribute("aria-current") === "page");
  if (at >= 0) return Math.min(Math.max(at + step, 0), rows.length - 1);
  return Math.max(
    0,
    rows.findIndex((row) => row.getBoundingClientRect().top >= 0),
  );
};

const rowAround = (row: HTMLElement): Element => row.closest("article, li") ?? row;
