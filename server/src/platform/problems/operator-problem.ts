/** A sentence in Chinese for whoever runs the server: what is wrong and what to do. It is printed as it is. */
export class OperatorProblem extends Error {
  override name = 'OperatorProblem';
}
