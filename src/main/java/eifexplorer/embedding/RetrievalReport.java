package eifexplorer.embedding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How well samples find those of their class.
 *
 * @param samples queries
 * @param samplesWithoutMatch queries whose class has no other sample: misses for recall, left out of MAP@R
 * @param recallAt share of the samples with one of their class among the k nearest, by k
 * @param mapAtR mean average precision at R (Musgrave et al. 2020), 0..1; 0 if no sample has a match
 * @param mapAtRReference MAP@R as the original code computes it; empty if not asked for
 * @param nmi agreement of k-means clusters with the classes, 0..1; empty if not asked for
 */
public record RetrievalReport(
    int samples,
    int samplesWithoutMatch,
    SortedMap<Integer, Double> recallAt,
    double mapAtR,
    OptionalDouble mapAtRReference,
    OptionalDouble nmi) {
  /** Copies the map. */
  public RetrievalReport {
    recallAt = Collections.unmodifiableSortedMap(new TreeMap<>(recallAt));
  }

  /** Harmonic mean of NMI and recall@1, {@code 2 NMI R@1 / (NMI + R@1)}; empty if one of them is not known. */
  public OptionalDouble hmean() {
    Double recall = recallAt.get(1);
    if (recall == null || nmi.isEmpty()) {
      return OptionalDouble.empty();
    }
    double sum = nmi.getAsDouble() + recall;
    return OptionalDouble.of(sum == 0 ? 0 : 2 * nmi.getAsDouble() * recall / sum);
  }

  /** The numbers by the names they have in files: {@code recall_at_1}, {@code map_at_r}, {@code nmi} and so on. */
  public Map<String, Number> asMap() {
    Map<String, Number> map = new LinkedHashMap<>();
    map.put("samples", samples);
    map.put("samples_without_match", samplesWithoutMatch);
    recallAt.forEach((k, recall) -> map.put("recall_at_" + k, recall));
    map.put("map_at_r", mapAtR);
    mapAtRReference.ifPresent(value -> map.put("map_at_r_reference", value));
    nmi.ifPresent(value -> map.put("nmi", value));
    hmean().ifPresent(value -> map.put("hmean", value));
    return map;
  }
}
