package eifexplorer.ui.shell;

import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.Texts;
import java.util.List;

/**
 * What is open, in the few words of the top bar.
 *
 * @param workspace its name
 * @param model such as {@code ProxyNCA++ · MobileNet-V2 · epoch 10}
 * @param split such as {@code test 26–50 · 1,487 images}
 */
public record SessionChips(String workspace, String model, String split) {
  /** The words for a session. */
  static SessionChips of(ExplorerSession session) {
    return new SessionChips(session.name(), session.modelTitle(), split(session.dataset()));
  }

  private static String split(ImageDataset dataset) {
    List<Integer> numbers =
        dataset.test().stream()
            .map(Sample::label)
            .distinct()
            .map(dataset::classOf)
            .map(ClassLabel::number)
            .sorted()
            .toList();
    String images = Texts.count(dataset.test().size(), "image", "images");
    return "test " + range(numbers) + " · " + images;
  }

  private static String range(List<Integer> sorted) {
    if (sorted.isEmpty()) {
      return "empty";
    }
    int first = sorted.get(0);
    int last = sorted.get(sorted.size() - 1);
    return last - first + 1 == sorted.size()
        ? first + "–" + last
        : Texts.count(sorted.size(), "class", "classes");
  }
}
