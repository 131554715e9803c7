package eifexplorer.dataset.demo;

/** The regions of a bird that have a ground colour in its {@link Plumage}. */
public enum Tract {
  CROWN,
  FACE,
  THROAT,
  BACK,
  RUMP,
  WING,
  /** Pale edges of the flight feathers. */
  WING_EDGES,
  TAIL,
  BREAST,
  FLANKS,
  BELLY,
  BILL,
  LEGS
}
