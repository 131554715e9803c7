package eifexplorer.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class GradualListTest {
  /** Frames that come when they are called for. */
  private static final class Frames implements GradualList.Frames {
    private Runnable beforeEach = () -> {};
    private boolean running;

    @Override
    public void start(Runnable newBeforeEach) {
      beforeEach = newBeforeEach;
      running = true;
    }

    @Override
    public void stop() {
      running = false;
    }

    void pass() {
      if (running) {
        beforeEach.run();
      }
    }
  }

  private final Frames frames = new Frames();
  private final ObjectProperty<ObservableList<Integer>> items =
      new SimpleObjectProperty<>(FXCollections.observableArrayList());
  private final GradualList<Integer> list = new GradualList<>(items, frames);

  private static List<Integer> rows(int from, int count) {
    return IntStream.range(from, from + count).boxed().toList();
  }

  /** How many rows there are after each frame until there are no more. */
  private List<Integer> growth() {
    List<Integer> sizes = new ArrayList<>(List.of(items.get().size()));
    while (frames.running) {
      frames.pass();
      sizes.add(items.get().size());
    }
    return sizes;
  }

  @Test
  void theListGrowsByAFewRowsAFrameUntilTheRestIsOutOfSight() {
    list.show(rows(0, 1000));

    assertEquals(
        List.of(0, 0, 1, 2, 3, 4, 6, 8, 11, 14, 18, 23, 29, 37, 47, 59, 74, 93, 1000), growth());
    assertEquals(rows(0, 1000), items.get());
  }

  @Test
  void aShortListIsWholeWhenItsLastRowIsThere() {
    list.show(rows(0, 5));

    assertEquals(List.of(0, 0, 1, 2, 3, 4, 5), growth());
    assertEquals(rows(0, 5), items.get());
  }

  @Test
  void aListThatHasItsCellsShowsOthersAtOnce() {
    list.show(rows(0, 200));
    growth();

    list.show(rows(500, 300));

    assertFalse(frames.running);
    assertEquals(rows(500, 300), items.get());
  }

  @Test
  void othersThatComeWhileTheListGrowsTakeThePlaceOfThoseThatAreThere() {
    list.show(rows(0, 200));
    IntStream.range(0, 6).forEach(frame -> frames.pass());
    assertEquals(rows(0, 6), items.get());

    list.show(rows(1000, 9));
    assertEquals(rows(1000, 6), items.get());
    assertEquals(List.of(6, 6, 8, 9), growth());
    assertEquals(rows(1000, 9), items.get());
  }

  @Test
  void fewerThanAreThereEndTheGrowth() {
    list.show(rows(0, 200));
    IntStream.range(0, 6).forEach(frame -> frames.pass());

    list.show(rows(1000, 3));

    assertEquals(rows(1000, 3), items.get());
    growth();
    assertEquals(rows(1000, 3), items.get());
  }

  @Test
  void cellsThatWereOutOfSightAreMadeAFewAtATimeAgain() {
    list.show(rows(0, 200));
    growth();
    list.show(List.of());
    assertTrue(items.get().isEmpty());

    list.show(rows(0, 4));

    assertEquals(List.of(2, 2, 3, 4), growth());
  }
}
