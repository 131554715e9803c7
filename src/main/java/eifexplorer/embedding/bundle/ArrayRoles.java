package eifexplorer.embedding.bundle;

import eifexplorer.embedding.bundle.ArrayRole.Content;
import eifexplorer.embedding.bundle.ArrayRole.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which array of a file is what: by its name where that says something, by its shape otherwise. */
final class ArrayRoles {
  private final Map<ArrayRole, GivenArray> byRole = new HashMap<>();
  private final Map<ArrayRole, GivenArray> misshapen = new HashMap<>();
  private final List<GivenArray> leftOut = new ArrayList<>();

  ArrayRoles(List<GivenArray> arrays) {
    for (GivenArray array : arrays) {
      Optional<ArrayRole> role = ArrayRole.of(array.name()).map(named -> refined(named, array));
      boolean fits = role.isPresent() && fits(role.get().content(), array);
      if (role.isPresent() && !fits) {
        misshapen.putIfAbsent(role.get(), array);
      }
      if (!fits || byRole.putIfAbsent(role.orElseThrow(), array) != null) {
        leftOut.add(array);
      }
    }
    if (byRole.keySet().stream().noneMatch(role -> role.content() == Content.FEATURES)) {
      byShape();
    } else {
      labelsByShape();
    }
  }

  /** {@code classes} may be a label a sample or, as torchvision's data sets call them, the names of the classes. */
  private static ArrayRole refined(ArrayRole role, GivenArray array) {
    boolean names = role.content() == Content.LABELS && array.name().equals("classes");
    return names && array.isText() ? new ArrayRole(Content.CLASS_NAMES, Part.WHOLE) : role;
  }

  private static boolean fits(Content content, GivenArray array) {
    return switch (content) {
      case FEATURES -> !array.isText() && array.shape().size() >= 2;
      case LABELS, TRUE_LABELS -> array.isLine();
      case PATHS, SPLIT, CLASS_NAMES -> array.isText();
      case WEIGHT, PROXIES -> !array.isText() && array.shape().size() == 2;
      case BIAS -> !array.isText() && array.isLine();
      case CENTRES -> array.size() == 1;
    };
  }

  /** Pairs each matrix with the next line of whole numbers or texts that is as long: the first pair is trained on. */
  private void byShape() {
    List<GivenArray> matrices =
        leftOut.stream().filter(array -> array.isMatrix() && array.isFractional()).toList();
    List<GivenArray[]> pairs = new ArrayList<>();
    Set<GivenArray> taken = new HashSet<>();
    for (GivenArray matrix : matrices) {
      lineFor(matrix, taken).ifPresent(line -> pairs.add(new GivenArray[] {matrix, line}));
    }
    for (int i = 0; i < pairs.size() && pairs.size() <= 2; i++) {
      Part part = pairs.size() == 1 ? Part.WHOLE : i == 0 ? Part.TRAIN : Part.TEST;
      byRole.put(new ArrayRole(Content.FEATURES, part), pairs.get(i)[0]);
      byRole.put(new ArrayRole(Content.LABELS, part), pairs.get(i)[1]);
      leftOut.removeAll(List.of(pairs.get(i)[0], pairs.get(i)[1]));
    }
  }

  private Optional<GivenArray> lineFor(GivenArray matrix, Set<GivenArray> taken) {
    Optional<GivenArray> line =
        leftOut.stream()
            .filter(array -> array.isLine() && !array.isFractional() && !taken.contains(array))
            .filter(array -> array.size() == matrix.rows())
            .findFirst();
    line.ifPresent(taken::add);
    return line;
  }

  /** Features that are known by name take the only line that is as long, where no name says which their labels are. */
  private void labelsByShape() {
    for (Part part : Part.values()) {
      GivenArray features = byRole.get(new ArrayRole(Content.FEATURES, part));
      ArrayRole labels = new ArrayRole(Content.LABELS, part);
      if (features != null && !byRole.containsKey(labels)) {
        Optional<GivenArray> line = lineFor(features, new HashSet<>());
        line.ifPresent(found -> byRole.put(labels, found));
        line.ifPresent(leftOut::remove);
      }
    }
  }

  /** The array of a content and part. */
  Optional<GivenArray> find(Content content, Part part) {
    return Optional.ofNullable(byRole.get(new ArrayRole(content, part)));
  }

  /** An array whose name says that it is this, but whose shape can't be. */
  Optional<GivenArray> misshapen(Content content, Part part) {
    return Optional.ofNullable(misshapen.get(new ArrayRole(content, part)));
  }

  /** The array of a content, whatever part its name says. */
  Optional<GivenArray> find(Content content) {
    return find(content, Part.WHOLE)
        .or(() -> find(content, Part.TRAIN))
        .or(() -> find(content, Part.TEST));
  }

  /** Whether there are features and labels of a part. */
  boolean has(Part part) {
    return find(Content.FEATURES, part).isPresent() && find(Content.LABELS, part).isPresent();
  }

  /** What is not used. */
  List<GivenArray> leftOut() {
    return List.copyOf(leftOut);
  }
}
