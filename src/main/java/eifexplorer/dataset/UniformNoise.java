package eifexplorer.dataset;

/** See {@link LabelNoise#uniform}. */
record UniformNoise() implements LabelNoise {
  @Override
  public String id() {
    return "uniform";
  }

  @Override
  public int wrongLabel(int label, int classCount, NumpyRandom random) {
    int other = random.nextUpTo(classCount - 2);
    return other < label ? other : other + 1;
  }
}
