namespace ChatBot.Simulator;

/// <summary>Human names, English and Chinese mixed; no name twice in a VDN of the usual size.</summary>
internal static class PeopleNames
{
    private static readonly string[] Given =
    [
        "Ana", "Ben", "Carla", "David", "Emma", "Felix", "Grace", "Henry", "Ivy", "Jack",
        "Kate", "Liam", "Mia", "Noah", "Olivia", "Peter", "Quinn", "Rosa", "Sam", "Tina",
    ];

    private static readonly string[] Family =
    [
        "Smith", "Garcia", "Brown", "Miller", "Davis", "Wilson", "Moore", "Taylor", "Clark", "Lewis", "Walker", "Young", "King",
    ];

    private static readonly string[] ChineseFamily =
    [
        "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何",
    ];

    private static readonly string[] ChineseGiven =
    [
        "芳", "伟", "秀英", "敏", "静", "磊", "洋", "艳", "勇", "军", "杰", "娟", "涛", "明", "超", "小红", "志强", "丽华", "建国",
    ];

    /// <summary>Every other one is Chinese. The steps are prime to the lists, so that pairs repeat late.</summary>
    public static string At(int vdn, int index)
    {
        var (n, shift) = (index / 2, (vdn - 1) * 7);
        var name = index % 2 == 0
            ? $"{Given[(n + shift) % Given.Length]} {Family[(n + shift * 3) % Family.Length]}"
            : ChineseFamily[(n + shift) % ChineseFamily.Length] + ChineseGiven[(n + shift * 3) % ChineseGiven.Length];
        var round = n / (index % 2 == 0 ? Given.Length * Family.Length : ChineseFamily.Length * ChineseGiven.Length);
        return round == 0 ? name : $"{name} {round + 1}";
    }
}
