package eifexplorer.ui.explore.totals;

import eifexplorer.dataset.Sample;
import eifexplorer.influence.ClassHarm;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Classes and training images of a session by falling harm, with their names and pictures.
 *
 * @param session whose they are
 * @param totals the harm they do
 */
record CulpritRanking(ExplorerSession session, HarmTotals totals) {
  /** Those of a kind, the most harmful first. */
  List<Culprit> of(CulpritKind kind) {
    return kind == CulpritKind.CLASS ? classes() : images();
  }

  private List<Culprit> classes() {
    int[] labels = session.bundle().trainLabels();
    List<Culprit> all = new ArrayList<>();
    for (ClassHarm harm : totals.classes()) {
      all.add(
          new Culprit(
              CulpritKind.CLASS,
              all.size() + 1,
              harm.label(),
              session.className(harm.label()),
              IntStream.range(0, labels.length)
                  .filter(i -> labels[i] == harm.label())
                  .boxed()
                  .toList(),
              harm.worst().stream().limit(Culprit.SHOWN).map(this::image).toList(),
              harm.harming(),
              harm.pairs(),
              totals.share(harm.harm())));
    }
    return all;
  }

  private List<Culprit> images() {
    return IntStream.range(0, totals.images().size())
        .mapToObj(
            k -> {
              HarmingImage image = image(totals.images().get(k));
              return new Culprit(
                  CulpritKind.IMAGE,
                  k + 1,
                  session.trainSample(image.trainIndex()).label(),
                  image.fileName(),
                  List.of(image.trainIndex()),
                  List.of(image),
                  1,
                  image.pairs(),
                  totals.share(image.harm()));
            })
        .toList();
  }

  private HarmingImage image(int index) {
    Sample sample = session.trainSample(index);
    return new HarmingImage(
        index,
        sample.path(),
        sample.fileName(),
        new Picture(
            session.image(sample), Texts.of("train {0}", index), session.className(sample.label())),
        totals.survey().pairsHarmed(index),
        totals.survey().harm(index),
        totals.survey().harmed(index, 1).get(0).pair());
  }
}
