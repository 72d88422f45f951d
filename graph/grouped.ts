/** Lists by name. */

/** A list for each name, in the order of the names; what goes by another name is left out. */
export function grouped<T>(
  names: readonly string[],
  parts: readonly T[],
  nameOf: (part: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>(names.map((name) => [name, []]))
  for (const part of parts) groups.get(nameOf(part))?.push(part)
  return groups
}
