import { locale } from "../i18n/messages.ts";

const units = ["kilobyte", "megabyte", "gigabyte"] as const;

/** '214 MB', '2.1 GB': one decimal below ten. */
export const byteSize = (bytes: number): string => {
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  const maximumFractionDigits = value < 10 ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: "unit", unit: units[unit], maximumFractionDigits }).format(value);
};
