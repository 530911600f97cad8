/** Where the slices of a ring lie, as parts of the whole turn from the top. Small ones are widened until they can be read. */
export interface Slice {
  start: number;
  size: number;
}

export const sliceAngles = (values: readonly number[], atLeast: number): Slice[] => {
  const total = values.reduce((sum, value) => sum + value, 0);
  const widened = values.map((value) => (value === 0 ? 0 : Math.max(value / total, atLeast)));
  const whole = widened.reduce((sum, size) => sum + size, 0);
  let start = 0;
  return widened.map((part) => {
    const slice = { start, size: whole === 0 ? 0 : part / whole };
    start += slice.size;
    return slice;
  });
};

/** The middle of a slice on a circle of radius 1 around 0, 0; y grows downwards. */
export const middleOf = ({ start, size }: Slice): { x: number; y: number } => {
  const angle = (start + size / 2) * 2 * Math.PI;
  return { x: Math.sin(angle), y: -Math.cos(angle) };
};
