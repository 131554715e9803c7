package eifexplorer.dataset.demo;

/**
 * Marks on the ground colours by which look-alikes are told apart; each has a strength in [0, 1] and a colour in a
 * {@link Plumage}.
 */
public enum FieldMark {
  /** Stripe above the eye (supercilium). */
  EYEBROW,
  /** Stripe through the eye, from the lores to the ear coverts. */
  EYE_LINE,
  EYE_RING,
  /** Broad patch from the bill through the eye. */
  MASK,
  /** Patch over the forehead, joining the two sides of a mask. */
  FOREHEAD,
  /** Patch below and behind the eye. */
  CHEEK,
  /** Stripe from the bill down the side of the throat. */
  MALAR,
  /** Stripe along the side of the crown. */
  CROWN_STRIPE,
  /** Patch from the chin to the upper breast. */
  BIB,
  BREAST_BAND,
  BREAST_STREAKS,
  BACK_STREAKS,
  /** Tips of the greater and median coverts. */
  WING_BARS,
  /** Patch at the bases of the flight feathers. */
  WING_PATCH,
  /** Edges of the outermost tail feathers. */
  OUTER_TAIL
}
