package eifexplorer.ui.kit;

/**
 * One line of a list of facts.
 *
 * @param name what it is
 * @param value in words
 */
public record Fact(String name, String value) {}
