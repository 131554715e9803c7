package eifexplorer.engine;

/**
 * How tokens [n,extra+hw,C] that a network ends with lie in the image.
 *
 * @param patch side of a patch in pixels
 * @param extra tokens before those of the patches, the class token first
 */
public record TokenGrid(int patch, int extra) {}
