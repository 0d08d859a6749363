import { cn } from '@/components/ui/cn';
import { type BoardRow, SHARES } from '@/lib/core/ledger/board';
import { usdToNumber, type Usd } from '@/lib/core/money';

/** A pane's hue, by its place; the names must stand here whole, or the style sheet would not have them. */
const HUES = [
  'bg-pane-1',
  'bg-pane-2',
  'bg-pane-3',
  'bg-pane-4',
  'bg-pane-5',
  'bg-pane-6',
  'bg-pane-7',
  'bg-pane-8',
] as const;

export const hueOf = (place: number): string => HUES[place % HUES.length] ?? HUES[0];

const SHADES = { input: 'opacity-40', cached: 'opacity-20', output: '', reasoning: 'opacity-70', search: 'opacity-50' };

const percent = (part: Usd, whole: Usd): number => (whole === 0n ? 0 : (usdToNumber(part) / usdToNumber(whole)) * 100);

/** The cost of a row against the dearest, with its shares from input to search. The table says the same in figures. */
export function CostBar({ row, most, place }: { row: BoardRow; most: Usd; place: number }) {
  const { usd } = row.cost;
  if (usd === null || usd === 0n) return <div className="mt-1 h-1.5" aria-hidden />;
  const { shares } = row;
  return (
    <div aria-hidden className="mt-1 h-1.5 w-full rounded-full bg-sunken">
      <div
        className="flex h-full min-w-0.5 justify-start gap-px overflow-hidden rounded-full"
        style={{ width: `${percent(usd, most)}%` }}
      >
        {shares === null ? (
          <div className={cn('w-full', hueOf(place))} />
        ) : (
          SHARES.filter((share) => shares[share] > 0n).map((share) => (
            <div
              key={share}
              className={cn('h-full', hueOf(place), SHADES[share])}
              style={{ width: `${percent(shares[share], usd)}%` }}
            />
          ))
        )}
      </div>
    </div>
  );
}
