/** A heading with some sentences as a list under it; nothing where there are none. */
export function TitledList({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="pb-1 text-sm font-semibold">{title}</h3>
      <ul className="list-disc ps-4 text-sm marker:text-muted">
        {items.map((item) => (
          <li key={item} className="py-0.5 break-words">
            {item}
          </li>
        ))}
      </ul>
    </section>
  );
}
