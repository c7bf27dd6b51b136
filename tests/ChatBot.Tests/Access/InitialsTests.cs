using ChatBot.Commands.Access;
using ChatBot.Monitoring;

namespace ChatBot.Tests.Access;

/// <summary>Names and phone numbers where others read along.</summary>
public class InitialsTests
{
    [Theory]
    [InlineData("Eve Novak", "E. N.")]
    [InlineData("Eve", "E.")]
    [InlineData("eve maria novak", "E. N.")]
    [InlineData("Novak, Eve", "N. E.")]
    [InlineData("Mary O'Brien", "M. O.")]
    [InlineData("Jean-Luc Picard", "J. P.")]
    [InlineData("Élodie Ørsted", "É. Ø.")]
    [InlineData("Ada E\u0301meric", "A. E.")]
    [InlineData("陈静", "陈＊")]
    [InlineData("王小明", "王＊")]
    [InlineData("王伟 (Wang Wei)", "王＊")]
    [InlineData("Wang Wei 王伟", "W.")]
    [InlineData("𠮷田", "𠮷＊")]
    [InlineData("20011", "＊")]
    [InlineData("", "＊")]
    [InlineData("😀", "＊")]
    [InlineData("**Bob** [x](http://y)", "B. Y.")]
    public void Tell_colleagues_who_is_meant(string name, string initials) => Assert.Equal(initials, Initials.Of(name));

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("none", null)]
    [InlineData("880", "••••")]
    [InlineData("8800", "•••• 00")]
    [InlineData("880012", "•••• 12")]
    [InlineData("8820011", "•••• 0011")]
    [InlineData("+49 (30) 1234-5678", "•••• 5678")]
    [InlineData("+49 30 12345678 <b>\n", "•••• 5678")]
    public void A_phone_number_is_its_last_digits_at_most(string? phone, string? shown) => Assert.Equal(shown, Plausible.PhoneEnd(phone));
}
