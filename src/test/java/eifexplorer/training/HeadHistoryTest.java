package eifexplorer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Proxies;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadHistoryTest {
  @TempDir Path folder;

  private static HeadHistory.State state(float first) {
    return new HeadHistory.State(
        new EmbeddingHead(new float[] {first, 1, 2, 3, 4, 5}, new float[] {6, 7}),
        new Proxies(new float[] {1, 0, 0, 1, 1, 1, 2, 0}, 2, 2),
        0.25);
  }

  @Test
  void epochsAreReadInTheirOrderAsTheyWereKept() {
    HeadHistory history = new HeadHistory(folder.resolve("heads"));
    assertEquals(List.of(), history.read(2));
    history.keep(10, state(10));
    history.keep(2, state(0));
    history.keep(2, state(2));

    List<HeadHistory.State> read = history.read(2);
    assertEquals(List.of(2f, 10f), read.stream().map(state -> state.head().weight()[0]).toList());
    assertArrayEquals(state(10).head().weight(), read.get(1).head().weight());
    assertArrayEquals(state(10).head().bias(), read.get(1).head().bias());
    assertArrayEquals(state(10).proxies().values(), read.get(1).proxies().values());
    assertEquals(0.25, read.get(1).rate());
    assertEquals(
        Map.of(2, 2f, 10, 10f),
        history.heads().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().weight()[0])));
  }

  @Test
  void tenEpochsAtMostAreKeptAndAlwaysTheLast() {
    assertEquals(List.of(1, 2, 3), kept(3));
    assertEquals(IntStream.rangeClosed(1, 10).boxed().toList(), kept(10));
    assertEquals(List.of(1, 3, 5, 7, 9, 11), kept(11));
    assertEquals(10, kept(40).size());
    assertEquals(40, kept(40).get(9));
  }

  private static List<Integer> kept(int total) {
    return IntStream.rangeClosed(1, total)
        .filter(epoch -> HeadHistory.keeps(epoch, total))
        .boxed()
        .toList();
  }
}
