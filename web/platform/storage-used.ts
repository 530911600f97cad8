import { createResource } from "solid-js";

/** Bytes of this app on the device, and how many it may take; undefined where the browser does not say. */
export const createStorageUsed = () => {
  const [estimate] = createResource(async () => {
    const { usage, quota } = (await navigator.storage?.estimate()) ?? {};
    return usage === undefined || quota === undefined ? undefined : { usage, quota };
  });
  return estimate;
};
