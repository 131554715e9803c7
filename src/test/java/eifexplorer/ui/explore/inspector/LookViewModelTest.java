package eifexplorer.ui.explore.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.LocatedEmbedding;
import eifexplorer.embedding.PlaceParts;
import eifexplorer.engine.FeatureMaps;
import eifexplorer.engine.Pooling;
import eifexplorer.image.PictureShare;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.job.JobRunner;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ImagePlaces;
import eifexplorer.session.LocatedImage;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.photo.HeatMap;
import eifexplorer.ui.testing.HeldJobRunner;
import eifexplorer.ui.testing.SampleSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LookViewModelTest {
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final List<PairItem> pairs = PairIndex.of(session).items();
  private final List<List<ImagePlaces.Of>> asked = new ArrayList<>();

  private LookViewModel model(JobRunner runner) {
    LookViewModel model =
        new LookViewModel(
            new FxJobs(runner, Runnable::run),
            (of, images, context) -> {
              asked.add(images);
              return images.stream().map(LookViewModelTest::located).toList();
            });
    model.show(session);
    model.showPair(pairs.get(2));
    return model;
  }

  private LookViewModel model() {
    return model(new InlineJobRunner());
  }

  /** Random maps of two by two places that depend on the image alone. */
  private static LocatedImage located(ImagePlaces.Of image) {
    Random head = new Random(1);
    Random random = new Random(image.hashCode());
    return new LocatedImage(
        LocatedEmbedding.of(
            new FeatureMaps(values(random, 20), 1, 5, 2, 2),
            0,
            Pooling.AVERAGE,
            true,
            new EmbeddingHead(values(head, 15), values(head, 3))),
        new PictureShare(0, 0, 1, 1));
  }

  private static float[] values(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  @Test
  void theNetworkRunsForThePairOnTheScreenAloneAndOnlyWhileThatIsShown() {
    LookViewModel model = model();
    assertTrue(asked.isEmpty());

    model.openProperty().set(true);
    model.showTraining(OptionalInt.of(7));
    model.openProperty().set(false);
    model.showPair(pairs.get(3));

    ImagePlaces.Of wrong = new ImagePlaces.Of(false, pairs.get(2).pair().wrong());
    ImagePlaces.Of confused = new ImagePlaces.Of(false, pairs.get(2).pair().confusedWith());
    assertEquals(
        List.of(List.of(wrong, confused), List.of(wrong, confused, new ImagePlaces.Of(true, 7))),
        asked);
    assertNull(model.shownProperty().get());
  }

  @Test
  void bothPhotographsAreExplainedToTheSameCosineOnOneScale() {
    LookViewModel model = model();
    model.openProperty().set(true);
    Look look = model.shownProperty().get();
    PlaceParts first = look.parts(PairMember.FIRST);
    PlaceParts second = look.parts(PairMember.SECOND);

    assertEquals(first.cosine(), second.cosine(), 1e-9);
    assertEquals(Math.max(first.largest(), second.largest()), look.scale());
    assertEquals(look.map(PairMember.FIRST).scale(), look.map(PairMember.SECOND).scale());
    assertTrue(
        Look.sumText(first)
            .matches("cosine −?\\d\\.\\d{2} = places [+−]\\d\\.\\d{2} rest [+−]\\d\\.\\d{2}"),
        Look.sumText(first));
  }

  @Test
  void aTrainingImageIsHeldAgainstThePairAndThePairAgainstIt() {
    LookViewModel model = model();
    model.showTraining(OptionalInt.of(7));
    model.openProperty().set(true);
    Look eachOther = model.shownProperty().get();

    model.targetProperty().set(LookTarget.TRAINING_IMAGE);
    Look training = model.shownProperty().get();

    double mean =
        (training.parts(PairMember.FIRST).cosine() + training.parts(PairMember.SECOND).cosine())
            / 2;
    assertEquals(mean, training.trainingParts().orElseThrow().cosine(), 1e-9);
    assertFalse(
        Math.abs(eachOther.parts(PairMember.FIRST).cosine() - mean) < 1e-6, "another cosine");
    assertEquals(1, asked.size());
  }

  @Test
  void whileAPlaceIsPointedAtTheScaleIsThatOfWhatIsDrawn() {
    LookViewModel model = model();
    model.showTraining(OptionalInt.of(7));
    model.openProperty().set(true);
    Look look = model.shownProperty().get();
    assertEquals(look.scale(), look.scale(model.pointedProperty().get()));
    assertNotNull(model.trainingMapProperty().get());

    model.pointedProperty().set(Optional.of(new LookViewModel.PointedPlace(PairMember.SECOND, 3)));

    assertEquals(
        look.counterpart(PairMember.SECOND, 3).parts().largest(),
        look.scale(model.pointedProperty().get()));
    assertNull(model.trainingMapProperty().get());
  }

  @Test
  void aPlaceShowsWhatItHasInCommonWithEachPlaceOfTheOther() {
    LookViewModel model = model();
    model.openProperty().set(true);
    Look look = model.shownProperty().get();

    for (int place = 0; place < 4; place++) {
      HeatMap common = look.counterpart(PairMember.FIRST, place);
      assertEquals(
          look.parts(PairMember.FIRST).part(place / 2, place % 2), common.parts().cosine(), 1e-9);
    }
  }

  @Test
  void anotherPairIsNeverShownWithPartsOfTheOneBefore() {
    HeldJobRunner held = new HeldJobRunner();
    LookViewModel model = model(held);
    model.openProperty().set(true);
    held.job(held.count() - 1).finish();
    assertNotNull(model.shownProperty().get());

    model.showPair(pairs.get(3));

    assertNull(model.shownProperty().get());
    assertTrue(model.busyProperty().get());
  }

  @Test
  void whyNothingIsKnownIsSaid() {
    LookViewModel model =
        new LookViewModel(
            new FxJobs(new InlineJobRunner(), Runnable::run),
            (of, images, context) -> {
              throw new ProblemException("An embedding bundle has no back bone", "", "");
            });
    model.show(session);
    model.showPair(pairs.get(2));

    model.openProperty().set(true);

    assertTrue(
        model.failureProperty().get().message().startsWith("An embedding bundle has no back bone"));
    model.openProperty().set(false);
    assertNull(model.failureProperty().get());
  }
}
