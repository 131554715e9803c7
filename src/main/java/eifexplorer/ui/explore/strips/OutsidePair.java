package eifexplorer.ui.explore.strips;

/**
 * That what is explained leaves the chosen pair out.
 *
 * @param text that it does, and what is explained
 * @param instead a scope that the pair belongs to
 * @param offer to explain that
 */
public record OutsidePair(String text, InfluenceScope instead, String offer) {}
