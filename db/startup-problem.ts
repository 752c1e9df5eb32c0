/**
 * Something outside the program keeps it from starting.
 *
 * The message is German, names the fault and the mend, and is printed without a stack.
 */
export class StartupProblem extends Error {
  override readonly name: string = 'StartupProblem';
}
