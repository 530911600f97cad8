import { useSearchParams } from "@solidjs/router";
import { type ListFilter, type ListView, toListView } from "./filter-tickets.ts";

/** The list's filter lives in the address, so that it survives a reload, a link, and opening a ticket. */
export const useListAddress = () => {
  const [params, setParams] = useSearchParams();
  const filter = (): ListFilter => ({
    view: toListView(params.status),
    query: typeof params.q === "string" ? params.q : "",
  });
  return {
    filter,
    setQuery: (query: string) => setParams({ q: query === "" ? null : query }, { replace: true, scroll: false }),
    setView: (view: ListView) => setParams({ status: view === "all" ? null : view }, { replace: true, scroll: false }),
    showAll: () => setParams({ q: null, status: null }, { replace: true }),
  };
};
