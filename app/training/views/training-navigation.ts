import { paths } from '~/ui/paths';

/** Sessions to be recorded, and the groups they belong to: one area with two pages. */
export function trainingNavigation(current: 'sessions' | 'groups') {
  return [
    { to: paths.attendance(), label: 'Termine', current: current === 'sessions' },
    { to: paths.groups(), label: 'Gruppen', current: current === 'groups' },
  ];
}
