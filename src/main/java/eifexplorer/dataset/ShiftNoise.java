package eifexplorer.dataset;

/** See {@link LabelNoise#shift5}. */
record ShiftNoise(int shift) implements LabelNoise {
  @Override
  public String id() {
    return "shift" + shift;
  }

  @Override
  public int wrongLabel(int label, int classCount, NumpyRandom random) {
    if (classCount <= 2 * shift) {
      int step = shift % classCount == 0 ? 1 : shift;
      return (label + step) % classCount;
    }
    return label + shift < classCount ? label + shift : label - shift;
  }
}
