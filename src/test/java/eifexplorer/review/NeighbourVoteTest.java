package eifexplorer.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.NeighbourIndex;
import eifexplorer.job.JobContext;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeighbourVoteTest {
  private static List<LabelShare> vote(int sample, int[] labels, float... places) {
    NeighbourIndex index = new NeighbourIndex(new HeapFeatures(places, places.length, 1));
    return new NeighbourVote(index, labels).of(new int[] {sample}, JobContext.unattended()).get(0);
  }

  @Test
  void farNeighboursStillVote() {
    double share = 1 / (1 + Math.exp(-1));

    assertEquals(
        List.of(new LabelShare(1, share), new LabelShare(0, Math.exp(-1) / (1 + Math.exp(-1)))),
        vote(0, new int[] {0, 0, 1, 1}, 0, 5_001, 5_000, 9_000));
  }

  @Test
  void aDuplicateVotesButNotTheSampleItself() {
    // k is the smaller of the two middle class sizes, 1.
    assertEquals(List.of(new LabelShare(1, 1)), vote(0, new int[] {0, 1, 1}, 2, 2, 2.5f));
    assertEquals(List.of(new LabelShare(0, 1)), vote(1, new int[] {0, 1, 1}, 2, 2, 2.5f));
  }

  @Test
  void equalVotesAreOrderedByLabel() {
    assertEquals(
        List.of(new LabelShare(0, .5), new LabelShare(4, .5)),
        vote(1, new int[] {4, 4, 0, 0}, -1, 0, 1, 9));
  }

  @Test
  void theOnlySampleGetsNoVotes() {
    assertEquals(List.of(), vote(0, new int[] {2}, 1));
  }
}
