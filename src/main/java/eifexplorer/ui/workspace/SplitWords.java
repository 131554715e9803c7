package eifexplorer.ui.workspace;

import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.ui.kit.Texts;
import java.util.List;

/** What is tested, in the few words of the top bar. */
final class SplitWords {
  private SplitWords() {}

  /** Such as {@code test 26–50 · 1,487 images}, and {@code 1,485 of 1,487 images} where some are left out of measuring. */
  static String of(ImageDataset dataset) {
    List<Integer> numbers =
        dataset.test().stream()
            .map(Sample::label)
            .distinct()
            .map(dataset::classOf)
            .map(ClassLabel::number)
            .sorted()
            .toList();
    int measured = dataset.test().size();
    int leftOut = dataset.corrections().testLeftOut().size();
    String images = Texts.count(measured + leftOut, "image", "images");
    return Texts.of(
        "test {0} · {1}",
        range(numbers),
        leftOut == 0 ? images : Texts.of("{0} of {1}", Texts.count(measured), images));
  }

  private static String range(List<Integer> sorted) {
    if (sorted.isEmpty()) {
      return Texts.of("empty");
    }
    int first = sorted.get(0);
    int last = sorted.get(sorted.size() - 1);
    return last - first + 1 == sorted.size()
        ? first + "–" + last
        : Texts.count(sorted.size(), "class", "classes");
  }
}
