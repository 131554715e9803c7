package eifexplorer.confusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An order in which things that are alike lie together: groups are joined by average linkage, the most alike first, each time
 * with the ends together that are most alike. Takes time in the cube of their number: meant for hundreds.
 */
public final class LookAlikeOrder {
  private final double[][] alike;
  private final double[][] linkage;
  private final List<List<Integer>> groups = new ArrayList<>();

  private LookAlikeOrder(double[][] alike) {
    this.alike = alike;
    this.linkage = Arrays.stream(alike).map(double[]::clone).toArray(double[][]::new);
    IntStream.range(0, alike.length).forEach(i -> groups.add(List.of(i)));
  }

  /**
   * The order.
   *
   * @param alike how alike two things are [n,n], symmetric, the diagonal unused
   * @return 0..n-1 in order; ties go by the order given
   */
  public static List<Integer> of(double[][] alike) {
    return alike.length == 0 ? List.of() : new LookAlikeOrder(alike).order();
  }

  /** A group stays at the place of its first member; the other's place becomes empty. */
  private List<Integer> order() {
    for (int joined = 1; joined < alike.length; joined++) {
      int[] best = mostAlike();
      join(best[0], best[1]);
    }
    return groups.get(0);
  }

  private int[] mostAlike() {
    List<Integer> left =
        IntStream.range(0, groups.size()).filter(i -> !groups.get(i).isEmpty()).boxed().toList();
    int[] best = {left.get(0), left.get(1)};
    for (int a = 0; a < left.size(); a++) {
      double[] row = linkage[left.get(a)];
      for (int b = a + 1; b < left.size(); b++) {
        if (row[left.get(b)] > linkage[best[0]][best[1]]) {
          best = new int[] {left.get(a), left.get(b)};
        }
      }
    }
    return best;
  }

  private void join(int i, int j) {
    int first = groups.get(i).size();
    int second = groups.get(j).size();
    for (int k = 0; k < groups.size(); k++) {
      double mean = (first * linkage[i][k] + second * linkage[j][k]) / (first + second);
      linkage[i][k] = mean;
      linkage[k][i] = mean;
    }
    groups.set(i, together(groups.get(i), groups.get(j)));
    groups.set(j, List.of());
  }

  /** Either may be turned round; they stay as they are unless that brings likes closer. */
  private List<Integer> together(List<Integer> a, List<Integer> b) {
    List<List<Integer>> best = List.of(a, b);
    for (List<Integer> left : List.of(a, reversed(a))) {
      for (List<Integer> right : List.of(b, reversed(b))) {
        if (atSeam(left, right) > atSeam(best.get(0), best.get(1))) {
          best = List.of(left, right);
        }
      }
    }
    List<Integer> together = new ArrayList<>(best.get(0));
    together.addAll(best.get(1));
    return together;
  }

  private double atSeam(List<Integer> left, List<Integer> right) {
    return alike[left.get(left.size() - 1)][right.get(0)];
  }

  private static List<Integer> reversed(List<Integer> list) {
    List<Integer> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return reversed;
  }
}
