package eifexplorer.dataset.format;

import eifexplorer.dataset.ClassSelection;
import eifexplorer.dataset.ListedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The zero-shot split of deep metric learning: the first half of the classes is trained on, the second half is tested.
 * For all 200 classes of CUB and all 196 of Cars these are the classes every paper uses.
 */
final class UsualClasses {
  private UsualClasses() {}

  /** The halves of the classes these images are of; of an odd number the first half is the larger. */
  static ClassSelection halves(List<ListedImage> images) {
    return halves(
        images.stream()
            .map(ListedImage::classIndex)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The halves of these classes. */
  static ClassSelection halves(SortedSet<Integer> classes) {
    int half = (classes.size() + 1) / 2;
    Set<Integer> train = new HashSet<>();
    Set<Integer> test = new HashSet<>();
    for (int index : classes) {
      (train.size() < half ? train : test).add(index);
    }
    return ClassSelection.byClass(train, test);
  }
}
