package eifexplorer.session;

import eifexplorer.embedding.LocatedEmbedding;
import eifexplorer.image.PictureShare;

/**
 * An image's embedding by the places it comes from.
 *
 * @param embedding by place
 * @param seen the part of the picture that the network saw, over which the places are spread evenly
 */
public record LocatedImage(LocatedEmbedding embedding, PictureShare seen) {}
