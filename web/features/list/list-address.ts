import { useLocation, useSearchParams } from "@solidjs/router";
import { type ListFilter, type ListView, toListView } from "./filter-tickets.ts";

/** The list's filter lives in the address, so that it survives a reload, a link, and opening a ticket. */
export const useListAddress = () => {
  const location = useLocation();
  const [params, setParams] = useSearchParams();
  const filter = (): ListFilter => ({
    view: toListView(params.status),
    query: typeof params.q === "string" ? params.q : "",
  });
  return {
    filter,
    setQuery: (query: string) => setParams({ q: query === "" ? null : query }, { replace: true, scroll: false }),
    /** Where the list shows `view`, keeping what is searched for and the ticket that is open. */
    hrefOf: (view: ListView) => {
      const next = new URLSearchParams(location.search);
      if (view === "all") next.delete("status");
      else next.set("status", view);
      return `${location.pathname}${next.size > 0 ? `?${next}` : ""}`;
    },
    showAll: () => setParams({ q: null, status: null }, { replace: true }),
  };
};
