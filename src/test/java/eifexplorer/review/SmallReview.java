package eifexplorer.review;

import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.Split;
import eifexplorer.review.suspect.RankWeights;
import eifexplorer.review.suspect.SuspectScores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Twenty images of two classes, a third class that is tested only, and an order: the higher the index, the more suspect. */
public final class SmallReview {
  /** Number of training images. */
  public static final int IMAGES = 20;

  private SmallReview() {}

  /** Names of the classes trained on. */
  public static final List<String> CLASSES = List.of("001.Amber_Tern", "002.Coral_Finch");

  /** The data set, its images in a folder or nowhere. */
  public static ImageDataset dataset(Optional<Path> root) {
    List<Sample> train = new ArrayList<>();
    for (int i = 0; i < IMAGES; i++) {
      int label = i / (IMAGES / 2);
      train.add(new Sample("images/" + CLASSES.get(label) + "/" + i + ".jpg", label, Split.TRAIN));
    }
    return new ImageDataset(
        "folder",
        root,
        List.of(
            new ClassLabel(0, 1, CLASSES.get(0)),
            new ClassLabel(1, 2, CLASSES.get(1)),
            new ClassLabel(2, 3, "003.Dusky_Swift")),
        2,
        train,
        List.of(new Sample("images/003.Dusky_Swift/t.jpg", 2, Split.TEST)),
        List.of(),
        Optional.empty());
  }

  static SuspectRanking ranking() {
    double[] rising = new double[IMAGES];
    double[] falling = new double[IMAGES];
    double[] pairs = new double[IMAGES];
    for (int i = 0; i < IMAGES; i++) {
      rising[i] = i;
      falling[i] = -i;
    }
    pairs[IMAGES - 1] = 14;
    Map<String, SuspectScores> scores = new LinkedHashMap<>();
    scores.put("harmful", new SuspectScores(pairs, pairs));
    for (String id : RankWeights.QUICK.weights().keySet()) {
      scores.put(id, new SuspectScores(rising, falling));
    }
    scores.put("loss", new SuspectScores(falling, rising));
    return new SuspectRanking(scores, RankWeights.QUICK);
  }
}
