package eifexplorer.job;

/**
 * Who may keep how much of the Java heap between questions: everything that stays there to make the next answer faster, and
 * grows with its use, is one of these. What the program itself needs is set aside first, so that in a heap of 512 MB they
 * take less than 60 % together however long the program is used, and in larger ones as much as leaves the garbage collector
 * room. What is read of a data set and what a job needs while it runs is not among them.
 */
public enum HeapShare {
  /** Features of the training images and their cosines with the proxies, of the model that is asked. */
  PASSES(22),

  /** Derivatives of the training losses of that model, and the Hessian made of them. */
  DERIVATIVES(16),

  /** What test images have in common with all training images. */
  TEST_PRODUCTS(5),

  /** What estimators keep for themselves, all that are kept together. */
  ESTIMATORS(13),

  /** Other models or epochs that scores are held against, all together. */
  VIEWS(9),

  /** Scores that were asked for lately. */
  ANSWERS(3),

  /** Small pictures, with what a toolkit without a GPU copies of them. */
  THUMBNAILS(9),

  /** The same of whole photographs. */
  PHOTOGRAPHS(8);

  /** Classes, nodes and lists of the window, and the images' names. */
  private static final long PROGRAM_BYTES = 160L << 20;

  private final int percent;

  HeapShare(int percent) {
    this.percent = percent;
  }

  /** So many bytes of this program's heap. */
  public long bytes() {
    return bytesOf(Runtime.getRuntime().maxMemory());
  }

  /** So many bytes of a heap. */
  long bytesOf(long heap) {
    return Math.max(heap - PROGRAM_BYTES, heap / 4) / 100 * percent;
  }

  /** So many bytes where another share has these, in whatever memory they are. */
  public long beside(HeapShare other, long bytes) {
    return bytes / other.percent * percent;
  }

  /** How many per cent of the heap all that is kept of a model may take usually. */
  public static long modelPercent() {
    return 100 * PASSES.bytes() / passesOf(Runtime.getRuntime().maxMemory());
  }

  /** What {@link #PASSES} have if all that is kept of a model may take so many bytes. */
  public static long passesOf(long modelBytes) {
    int all = PASSES.percent + DERIVATIVES.percent + TEST_PRODUCTS.percent;
    return modelBytes / (all + ESTIMATORS.percent + VIEWS.percent) * PASSES.percent;
  }
}
