import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { keptAlt, type AttachedImage } from '@preau/forum-domain';
import { badInput, isUuid } from '@preau/shared-api';

@ObjectType({
  description:
    'An image of a message: `/files/images/<id>/<width>.webp`, in the widths 320, 800 and 1600 below its own, and its own.',
})
export class PostImage {
  @Field(() => ID)
  id: string;

  @Field({ description: 'What it shows, for those who do not see it.' })
  alt: string;

  @Field(() => Int)
  width: number;

  @Field(() => Int)
  height: number;

  @Field({
    description: 'It came with a change, and only its author sees it until it has been read through.',
  })
  isHeld: boolean;
}

@InputType()
export class PostImageInput {
  @Field(() => ID, {
    description: 'Of an image one has sent to `POST /files/images`, and put in nothing else.',
  })
  id: string;

  @Field({ description: 'What it shows, for those who do not see it: 3 to 300 characters.' })
  alt: string;
}

/** Images as they are kept with a message. */
export const keptImages = (given: readonly PostImageInput[]): AttachedImage[] =>
  given.map(({ id, alt }) => {
    if (!isUuid(id)) throw badInput('Le champ « images.id » doit être un UUID.');
    return { id: id.toLowerCase(), alt: keptAlt(alt) };
  });
