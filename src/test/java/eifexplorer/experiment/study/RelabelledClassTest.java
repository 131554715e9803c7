package eifexplorer.experiment.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RelabelledClassTest {
  /** A class 0 of 40 images, of which so many go to the classes 1 and 2. */
  private static List<RelabelledClass> moved(int toFirst, int toSecond) {
    int[] recommended = new int[40];
    Arrays.fill(recommended, 0, toFirst, 1);
    Arrays.fill(recommended, toFirst, toFirst + toSecond, 2);
    return RelabelledClass.of(new int[40], recommended);
  }

  @Test
  void boundsAreTheReferences() {
    assertEquals(List.of(), moved(0, 0));
    assertEquals(RelabelledClass.Kind.INDIVIDUAL, moved(2, 0).get(0).kind());
    assertEquals(RelabelledClass.Kind.OTHER, moved(2, 1).get(0).kind());
    assertEquals(RelabelledClass.Kind.CENTRALISED, moved(4, 0).get(0).kind());
    assertEquals(RelabelledClass.Kind.CENTRALISED, moved(9, 1).get(0).kind());
    assertEquals(RelabelledClass.Kind.DIVERSIFIED, moved(8, 1).get(0).kind());
  }

  /** 30 of 40 go to another class, 9 stay: the second most frequent label is the class's own. */
  @Test
  void aClassOfWhichMostWouldMoveIsOfTheReferencesKindAndNamesItsTarget() {
    RelabelledClass of = moved(30, 1).get(0);

    assertEquals(1, of.target());
    assertEquals(30, of.toTarget());
    assertEquals(9, of.second());
    assertEquals(RelabelledClass.Kind.DIVERSIFIED, of.kind());
    assertEquals(IntStream.range(0, 31).boxed().toList(), of.images());
  }
}
