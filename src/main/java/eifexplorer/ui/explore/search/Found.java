package eifexplorer.ui.explore.search;

import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.Texts;
import java.util.List;

/** Something a search found. */
sealed interface Found {
  /** What it is. */
  String title();

  /** More about it. */
  String detail();

  /** The heading it stands under. */
  String group();

  /** What it looks like. */
  default List<Picture> pictures() {
    return List.of();
  }

  /** A confused pair. */
  record Pair(PairItem item, String number) implements Found {
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
      return Texts.of("Pairs");
    }

    @Override
    public List<Picture> pictures() {
      return List.of(item.wrongPicture(), item.confusedPicture());
    }
  }

  /** A class with its number of confused pairs. */
  record ClassName(String title, int pairs, Picture example) implements Found {
    @Override
    public List<Picture> pictures() {
      return List.of(example);
    }

    @Override
    public String detail() {
      return Texts.count(pairs, "pair", "pairs");
    }

    @Override
    public String group() {
      return Texts.of("Classes");
    }
  }

  /** A training image. */
  record TrainingImage(int trainIndex, String title, String className, Picture picture)
      implements Found {
    @Override
    public List<Picture> pictures() {
      return List.of(picture);
    }

    @Override
    public String detail() {
      return Texts.of("{0} · train {1}", className, trainIndex);
    }

    @Override
    public String group() {
      return Texts.of("Training images");
    }
  }
}
