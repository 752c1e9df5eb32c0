import { formatDay, plainDate } from '~/values/calendar';
import { horizonOf, type GroupKey } from './rules';
import type { When } from './row';

/** Relative days are understood up to this many. */
const mostDaysAgo = 30;

const weekdays = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'] as const;

/** "seit heute", "seit 1 Tag", "seit 4 Tagen", "seit 01.02.2020" */
export function sinceText(day: string, today: string): string {
  const { days } = plainDate(day).until(plainDate(today));
  if (days <= 0) return 'seit heute';
  if (days > mostDaysAgo) return `seit ${formatDay(day)}`;
  return days === 1 ? 'seit 1 Tag' : `seit ${days} Tagen`;
}

/** "heute", "Mi 13.05." within the next year, "01.12.2021" after it */
export function dayText(day: string, today: string): string {
  if (day === today) return 'heute';
  const date = plainDate(day);
  if (day >= plainDate(today).add({ years: 1 }).toString()) return formatDay(day);
  return `${weekdays[date.dayOfWeek - 1] ?? ''}\u00a0${formatDay(day).slice(0, 6)}`;
}

/** What the first column says: "überfällig seit 4 Tagen", "fällig am Mi 13.05.", "wartet seit 1 Tag" */
export function whenText(when: When, today: string): string {
  switch (when.kind) {
    case 'by':
      if (when.day < today) return `überfällig ${sinceText(when.day, today)}`;
      return when.day === today ? 'heute fällig' : `fällig am ${dayText(when.day, today)}`;
    case 'on':
      return when.day === today ? 'heute' : `am ${dayText(when.day, today)}`;
    case 'awaited':
      return `wartet ${sinceText(when.since, today)}`;
    case 'open':
      return sinceText(when.since, today);
  }
}

/** "Überfällig (2)", "Bis 11.06.2020 (6)" */
export function groupTitle(key: GroupKey, count: number, today: string): string {
  return `${groupNames(today)[key]} (${count})`;
}

function groupNames(today: string): Readonly<Record<GroupKey, string>> {
  return {
    overdue: 'Überfällig',
    today: 'Heute',
    soon: `Bis ${formatDay(horizonOf(today))}`,
    later: 'Später',
    open: 'Ohne Termin',
  };
}

/** "11 Vorgänge, davon 2 überfällig" */
export function countText(count: number, overdue: number): string {
  const things = count === 1 ? '1 Vorgang' : `${count} Vorgänge`;
  return overdue === 0 ? things : `${things}, davon ${overdue} überfällig`;
}
