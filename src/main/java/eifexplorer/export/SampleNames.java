package eifexplorer.export;

/** Names samples and classes in exported files. */
public interface SampleNames {
  /** Path of a training sample, or an empty text. */
  String trainPath(int index);

  /** Given class of a training sample. */
  String trainClass(int index);

  /** Path of a test sample, or an empty text. */
  String testPath(int index);

  /** The class with this label. */
  String className(int label);
}
