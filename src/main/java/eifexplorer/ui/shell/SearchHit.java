package eifexplorer.ui.shell;

import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.kit.Texts;

/** Something a search found. */
public sealed interface SearchHit {
  /** What it is. */
  String title();

  /** More about it. */
  String detail();

  /** The heading it stands under. */
  String group();

  /** A confused pair. */
  record Pair(PairItem item, String number) implements SearchHit {
    @Override
    public String title() {
      return item.wrongClass() + " – " + item.confusedClass();
    }

    @Override
    public String detail() {
      String place = number.isEmpty() ? "" : number + " · ";
      return place + item.wrong().fileName() + " · " + Texts.distance(item.pair().distance());
    }

    @Override
    public String group() {
      return "Pairs";
    }
  }

  /** A class with its number of confused pairs. */
  record ClassName(String title, int pairs) implements SearchHit {
    @Override
    public String detail() {
      return Texts.count(pairs, "pair", "pairs");
    }

    @Override
    public String group() {
      return "Classes";
    }
  }

  /** A training image. */
  record TrainingImage(int trainIndex, String title, String className) implements SearchHit {
    @Override
    public String detail() {
      return className + " · train " + trainIndex;
    }

    @Override
    public String group() {
      return "Training images";
    }
  }
}
