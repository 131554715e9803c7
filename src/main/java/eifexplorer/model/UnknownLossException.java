package eifexplorer.model;

import eifexplorer.problem.ProblemException;

/** A bundle with proxies of its own does not say what its model was trained with, and nobody else did. */
public final class UnknownLossException extends ProblemException {
  private static final long serialVersionUID = 1;

  UnknownLossException() {
    super(
        "A bundle with proxies of its own does not say what its model was trained with",
        "",
        "Say which loss it was.");
  }
}
