package eifexplorer.experiment.reweighting;

/**
 * What one retraining did to a case.
 *
 * @param before its distance with the model's own last layer: mean over its pairs, 0..4
 * @param after the same with the retrained one
 */
record Trial(double before, double after) {
  double change() {
    return after - before;
  }
}
