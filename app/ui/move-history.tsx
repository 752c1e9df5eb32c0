import { DataTable } from './data';
import { formatMoment } from './moment';

/** One thing that somebody did, as the thing's own history tells it. */
export interface HistoryEntry {
  readonly id: string;
  /** Moment with offset, as the database writes it. */
  readonly at: string;
  /** Who did it, by name; "Fristablauf" where nobody did. */
  readonly who: string;
  /** What was done, in the words of the trade: "Unterzeichnung festgehalten". */
  readonly what: string;
  /** Null: no reason was asked for. */
  readonly why: string | null;
}

interface Props {
  /** In any order; shown with the newest first. */
  readonly entries: readonly HistoryEntry[];
  /** Heading of the section. */
  readonly title?: string;
  /** Said where nothing happened yet; without it such a history is not shown. */
  readonly empty?: string;
  /** Head of the column with the reasons. */
  readonly whyHead?: string;
}

/** Who did what with this thing, when and why: the newest first. */
export function MoveHistory({ entries, title = 'Verlauf', empty, whyHead = 'Grund' }: Props) {
  if (entries.length === 0 && empty === undefined) return null;
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">{title}</h2>
      {entries.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <DataTable
          caption={title}
          captionHidden
          cards
          rows={newestFirst(entries)}
          rowKey={({ id }) => id}
          columns={[
            { key: 'what', head: 'Was', cell: ({ what }) => what },
            { key: 'when', head: 'Wann', cell: ({ at }) => formatMoment(at) },
            { key: 'who', head: 'Wer', cell: ({ who }) => who },
            { key: 'why', head: whyHead, cell: ({ why }) => why ?? '–' },
          ]}
        />
      )}
    </section>
  );
}

/** All moments come from one session in UTC, so that their texts sort like the clock. */
function newestFirst(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  return [...entries].sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
}
