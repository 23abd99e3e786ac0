/** What stands for an image whose writer took the alternative text out; sending one is for the forum to refuse. */
export const IMAGE_WITHOUT_ALTERNATIVE = 'Image sans texte de remplacement';
