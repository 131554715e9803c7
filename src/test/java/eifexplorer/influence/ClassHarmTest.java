package eifexplorer.influence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.influence.InfluenceQuery.TestPair;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassHarmTest {
  @Test
  void imagesOfAClassAddUpAndAPairCountsOnce() {
    InfluenceScores first = scores(2, 4, -8, 0, 1);
    InfluenceScores second = scores(3, 1, 0, 0, 0);
    double[] harm = new double[5];
    PairSurvey.addHarm(first, harm);
    PairSurvey.addHarm(second, harm);
    PairSurvey survey =
        new PairSurvey(
            List.of(
                PairSummary.of(new TestPair(0, 1), first, 20),
                PairSummary.of(new TestPair(2, 1), second, 20)),
            harm,
            2);

    List<ClassHarm> classes = ClassHarm.of(survey, new int[] {7, 7, 7, 3, 3});

    // Harm of each image: 2/8 + 3/3, 4/8 + 1/3, 0, 0, 1/8.
    assertEquals(25.0 / 12, classes.get(0).harm(), 1e-12);
    assertEquals(
        List.of(
            new ClassHarm(7, 3, 2, 2, classes.get(0).harm(), List.of(0, 1)),
            new ClassHarm(3, 2, 1, 1, 1.0 / 8, List.of(4))),
        classes);
    assertEquals(2.0 / 3, classes.get(0).share(), 1e-12);
  }

  private static InfluenceScores scores(double... influence) {
    return new InfluenceScores(influence, new double[0][], new double[0], .5);
  }
}
