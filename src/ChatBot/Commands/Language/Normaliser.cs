using System.Text;

namespace ChatBot.Commands.Language;

/// <summary>Makes one kind of text of all: compatibility forms folded, lower case, simplified characters, plain quotes and blanks.</summary>
internal static class Normaliser
{
    // The domain's words only: traditional to simplified, one character each.
    private const string Traditional =
        "組幾個誰現場狀態話隊虛擬電審準還沒開關閉暫復憶靜時間鐘頭請幫問麼嗎們這裡裏後來員繫聯觸發報處確認為語體見總覽數據舊錯誤機"
        + "統計設務對從給讓無兩萬號單訴賓銷術線學習過長於達圍當應會響結啟動換轉剛纔點進離簽參與說講寫檢測臺灣業該歸遲餘綫佇導閒滿約"
        + "慮戶顯種項類勞煩樓層刪別邊聽麽隻僅係搵頓週連續啓賬帳貴貨歡獲許願隨視頁嚴鈴稱閑車書圖錄絡標歷難協詢細節禮謝變議訊鎖閾値趨"
        + "勢實際陸漢國華爾費輪詳漸盤傳戰較聲擾斷須並併遠顧質預醫試條鍾佔滯殘規則屬腦終訪樣檔擔談繼緩遞調記誌佈採鬧卻盡嘗夠產優妳額"
        + "億紀詞專東舉亞親內冊決況減憑創辦廳壓喲嘍團備將崗廢彈強拋擇擱攪檻匯溝漲畫監碼積簡緊紹經絕緒維編緣羅職營訓識誒課負責貪輸運"
        + "選針門階頂順領題飯馬駁駕鮮齡幹複註範彙鄰遊噹錶甦閙啞緻製擺賴爲衝鬆託樂溫繞齊羣麵鍵閱頻冇喺睇咗著";

    private const string Simplified =
        "组几个谁现场状态话队虚拟电审准还没开关闭暂复忆静时间钟头请帮问么吗们这里里后来员系联触发报处确认为语体见总览数据旧错误机"
        + "统计设务对从给让无两万号单诉宾销术线学习过长于达围当应会响结启动换转刚才点进离签参与说讲写检测台湾业该归迟余线伫导闲满约"
        + "虑户显种项类劳烦楼层删别边听么只仅系揾顿周连续启账账贵货欢获许愿随视页严铃称闲车书图录络标历难协询细节礼谢变议讯锁阈值趋"
        + "势实际陆汉国华尔费轮详渐盘传战较声扰断须并并远顾质预医试条钟占滞残规则属脑终访样档担谈继缓递调记志布采闹却尽尝够产优你额"
        + "亿纪词专东举亚亲内册决况减凭创办厅压哟喽团备将岗废弹强抛择搁搅槛汇沟涨画监码积简紧绍经绝绪维编缘罗职营训识诶课负责贪输运"
        + "选针门阶顶顺领题饭马驳驾鲜龄干复注范汇邻游当表苏闹哑致制摆赖为冲松托乐温绕齐群面键阅频没在看了着";

    private static readonly char[] Folded = Fold();

    /// <summary>Nothing of it is longer than this after folding.</summary>
    public const int MaxLength = 4000;

    /// <returns>The length written, or -1 when folding makes it longer than <see cref="MaxLength"/>.</returns>
    public static int Normalise(string sentence, Span<char> into)
    {
        var folded = NeedsFolding(sentence) ? Sound(sentence).Replace("½", ".5", StringComparison.Ordinal).Normalize(NormalizationForm.FormKC) : sentence;
        if (folded.Length > MaxLength) return -1;
        for (var i = 0; i < folded.Length; i++) into[i] = Folded[folded[i]];
        return folded.Length;
    }

    public static string Normalise(string text)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        var length = Normalise(text.Length > 1000 ? text[..1000] : text, buffer);
        return new string(buffer[..Math.Max(length, 0)]).Trim();
    }

    // Common Chinese is in normal form already: only Latin beyond ASCII, full-width and compatibility forms are not.
    private static bool NeedsFolding(string text)
    {
        foreach (var c in text)
        {
            if (c > 0x7e && c is not (>= '\u4e00' and <= '\u9fff') and not ('，' or '。' or '？')) return true;
        }

        return false;
    }

    /// <summary>Half a surrogate pair and what is no character at all cannot be folded: each becomes a replacement character.</summary>
    private static string Sound(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0 && text.AsSpan().IndexOfAnyInRange('\ufdd0', '\uffff') < 0) return text;
        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) sound.Append((IsCharacter(rune.Value) ? rune : Rune.ReplacementChar).ToString());
        return sound.ToString();
    }

    private static bool IsCharacter(int value) => (value & 0xfffe) != 0xfffe && value is not (>= 0xfdd0 and <= 0xfdef);

    private static char[] Fold()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
        {
            var c = (char)i;
            table[i] = char.IsWhiteSpace(c) || char.IsControl(c) ? ' ' : char.ToLowerInvariant(c);
        }

        // Who begins a new line begins a new part.
        table['\n'] = ';';
        for (var i = 0; i < Traditional.Length; i++) table[Traditional[i]] = Simplified[i];
        foreach (var quote in "\u2018\u2019\u02bc\u00b4`\u2032") table[quote] = '\'';
        foreach (var dash in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212_") table[dash] = '-';
        return table;
    }
}
