package eifexplorer.dataset.demo;

import java.util.Objects;

/**
 * One species of the {@link FieldGuide}.
 *
 * @param name invented common name, such as "Ashen Warbler"
 * @param family its look-alikes
 * @param training whether its pictures are for training; those of the others are for testing, unseen
 * @param build its silhouette
 * @param plumage its colours and marks
 */
public record Species(String name, Family family, boolean training, Build build, Plumage plumage) {

  /** Checks that nothing is missing. */
  public Species {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a species without a name");
    }
    Objects.requireNonNull(family);
    Objects.requireNonNull(build);
    Objects.requireNonNull(plumage);
  }

  /** This species with its plumage nearer to its family's: contrast 0 is the family's, 1 its own. */
  public Species withContrast(double contrast) {
    return new Species(name, family, training, build, family.plumage().towards(plumage, contrast));
  }
}
