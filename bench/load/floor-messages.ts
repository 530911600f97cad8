/** What the two plain HTTP requests of S5's floor carry: a list of byte arrays by document. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

export type Parcel = [document: string, ...bytes: Uint8Array[]];

export const encodeParcels = (parcels: readonly Parcel[]): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, parcels.length);
  for (const [document, ...parts] of parcels) {
    encoding.writeVarString(encoder, document);
    encoding.writeVarUint(encoder, parts.length);
    for (const part of parts) encoding.writeVarUint8Array(encoder, part);
  }
  return encoding.toUint8Array(encoder);
};

export const decodeParcels = (bytes: Uint8Array): Parcel[] => {
  const decoder = decoding.createDecoder(bytes);
  const list = <Item>(read: () => Item) => Array.from({ length: decoding.readVarUint(decoder) }, read);
  return list(() => [decoding.readVarString(decoder), ...list(() => decoding.readVarUint8Array(decoder))]);
};
