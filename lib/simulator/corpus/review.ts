/** What a reviewer says about code that it has not run. `§` is not used: the code is named by the reply around it. */
export const REVIEW: readonly string[] = [
  'Check the input at the edge, so that a wrong type fails with a clear message and not somewhere later.',
  'Decide what should happen with an empty value, and write a test that says so.',
  'A type or a short docstring would tell the reader what goes in and what comes out.',
  'A longer name costs nothing and saves the next reader a question.',
  'Add two or three tests: an ordinary case, a limit and one input that must fail.',
  'Keep the calculation apart from reading and printing, so that it can be tested alone.',
  'Handle the error where something can be done about it, and let it pass everywhere else.',
  'If this runs often, measure it before you make it clever.',
  'Return early in the special cases, and the rest needs one level of indentation less.',
  'Avoid changing the arguments in place, because the caller may still need them.',
];
