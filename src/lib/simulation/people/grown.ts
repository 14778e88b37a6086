/** The column with twice the room. */
export function grown<Column extends Float64Array | Int32Array>(column: Column): Column {
  const Kind = column.constructor as new (length: number) => Column;
  const larger = new Kind(2 * column.length);
  larger.set(column);
  return larger;
}
