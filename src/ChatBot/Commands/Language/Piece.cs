namespace ChatBot.Commands.Language;

internal enum PieceKind : byte
{
    Word,
    Number,
    Duration,
    Name,
    Unknown,
}

/// <summary>A part of a sentence that means something as a whole.</summary>
/// <param name="Value">A number, or seconds; -1 when it fits no slot.</param>
/// <param name="Named">What a name can stand for.</param>
/// <param name="Start">Where it begins in the folded text.</param>
internal readonly record struct Piece(PieceKind Kind, Concepts Means, long Value, Named[]? Named, int Start, int End)
{
    public bool Has(Concept concept) => Kind == PieceKind.Word && Means.Has(concept);
}
