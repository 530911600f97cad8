import { useListAddress } from "./list-address.ts";
import { SearchBox } from "./search-box.tsx";

/** The search of the list, kept in the address. */
export const ListSearch = () => {
  const address = useListAddress();
  return <SearchBox query={address.filter().query} onSearch={address.setQuery} />;
};
